export { clientKind, countClients, endReturn, isConnected } from './clients.ts';
export type { ClientCount, ClientKind } from './clients.ts';
export { initialExchange } from './initial.ts';
export { countMail, deliverQueue } from './mail.ts';
export type { MailCount } from './mail.ts';
export { noticeAsDatabase } from './notice.ts';
export { exchangeResourceTypes } from './resource-types.ts';
export { lookAsClient, mayAnswer } from './service.ts';
