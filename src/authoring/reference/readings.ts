import type { ReadingName } from '#story';

/** What every reading means, exactly. Durations are those up to the reader’s instant. */
export const READING_MEANINGS: Readonly<Record<ReadingName, string>> = {
  outage:
    'Time in which a client that asks is not answered for every database: from the instant the last answering path vanished to the instant the name answers and the databases are mounted. Clients that come back later do not count.',
  detection:
    'From the fault until a node is declared down: the phases fault (nothing noticed yet), silence (heartbeats missing) and detection (contact lost on a network) together.',
  regroup: 'Time in which the nodes that are left settle who is still a member.',
  arbitration: 'Time in which the quorum disk is asked for or defended.',
  disks: 'Time in which disks, the IP address or the network name come online or go offline.',
  services:
    'Time in which the Information Store and the System Attendant come online or go offline, or a database that needs no recovery is mounted or dismounted.',
  recovery: 'Time in which a database replays its logs, is restored, and is mounted after that.',
  clients:
    'Time after the service is back in which clients still wait for their next attempt to connect, or mail still waits for its next delivery.',
  'messages-lost': 'Messages that were accepted and are in no database, log or queue any more.',
  'messages-late': 'Messages that were delivered only after having waited in the transport queue.',
  'messages-waiting': 'Messages that wait in the transport queue now.',
  owner:
    'The node on which the group is online or going online, in truth; otherwise the last one, until another takes it. “none” when no node is up.',
  service:
    'What a client gets that asks now: online, degraded (some databases only), coming back (none, but something is going online) or down. With the public network cut it is down, whatever the cluster believes.',
  instant: 'Time since the first action, as a clock.',
};
