/** What happens to databases, clients and mail. */
export interface ExchangeOccurrences {
  'recovery-started': {
    readonly resource: string;
    readonly logs: number;
    readonly takesMs: number;
  };
  'recovery-ended': { readonly resource: string; readonly logs: number; readonly tookMs: number };
  'service-lost': { readonly group: string };
  'service-restored': { readonly group: string; readonly outageMs: number };
  'clients-reconnected': { readonly clients: number; readonly tookMs: number };
  'queue-delivered': { readonly messages: number; readonly longestWaitMs: number };
}
