/** What happens to databases, clients and mail. */
export interface ExchangeOccurrences {
  'recovery-started': {
    readonly resource: string;
    readonly logs: number;
    readonly takesMs: number;
    /** What the logs are counted from. */
    readonly after: 'checkpoint' | 'backup';
  };
  'recovery-ended': { readonly resource: string; readonly logs: number; readonly tookMs: number };
  /** A backup is being copied back to the database disk. */
  'restore-started': { readonly resource: string; readonly takesMs: number };
  'restore-interrupted': { readonly resource: string };
  'restore-ended': {
    readonly resource: string;
    readonly logs: number;
    readonly backupAgeMs: number;
  };
  'service-lost': { readonly group: string };
  'service-restored': { readonly group: string; readonly outageMs: number };
  'clients-reconnected': { readonly clients: number; readonly tookMs: number };
  'queue-delivered': { readonly messages: number; readonly longestWaitMs: number };
}
