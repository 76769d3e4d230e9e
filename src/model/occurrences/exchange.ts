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
  /** A page of the database file is no longer what was written; nobody has read it yet. */
  'database-damaged': { readonly resource: string };
  /** A backup of the running database is being made. */
  'backup-started': { readonly resource: string; readonly takesMs: number };
  'backup-ended': { readonly resource: string };
  /** The database went offline before the backup was complete. */
  'backup-aborted': { readonly resource: string };
  /** A backup is being copied back to the database disk. */
  'restore-started': { readonly resource: string; readonly takesMs: number };
  'restore-interrupted': { readonly resource: string };
  'restore-ended': {
    readonly resource: string;
    readonly logs: number;
    readonly backupAgeMs: number;
  };
  /** Routers send what is for the address to its new node. */
  'address-learned': { readonly group: string; readonly node: string };
  'service-lost': { readonly group: string };
  'service-restored': { readonly group: string; readonly outageMs: number };
  'clients-reconnected': { readonly clients: number; readonly tookMs: number };
  'queue-delivered': { readonly messages: number; readonly longestWaitMs: number };
}
