import type { PropertyName } from '#model/schema';

/** Every property that the action `set` changes, for authors: what it decides, and what it takes. */
export const PROPERTY_MEANINGS: Readonly<Record<PropertyName, string>> = {
  SameSubnetDelay: 'Time between two heartbeats, a duration. Windows Server 2008.',
  SameSubnetThreshold:
    'Missed heartbeats until a node is declared down, a count. Windows Server 2008.',
  CrossSubnetDelay:
    'Time between two heartbeats of nodes in different subnets, a duration. Windows Server 2008.',
  CrossSubnetThreshold:
    'Missed heartbeats until a node in another subnet is declared down, a count. Windows Server 2008.',
  FailoverThreshold:
    'How often a group fails over in its period before it is left failed, a count; 4294967295 stands for the number of nodes less one.',
  FailoverPeriod:
    'The period in which failovers of a group are counted, a duration in whole hours.',
  AutoFailbackType: 'Whether a group goes back to a preferred owner: prevent or allow.',
  FailbackWindowStart: 'The hour of the day from which a group may go back; -1 for at once.',
  FailbackWindowEnd: 'The hour of the day up to which a group may go back; -1 for at once.',
  PreferredOwners: 'The nodes that a group prefers, the best first: NODE1,NODE2 or none.',
  PossibleOwners: 'The nodes that a resource can run on: NODE1,NODE2.',
  RestartAction: 'What follows when a resource fails: leave, restart or fail-over.',
  RestartThreshold:
    'How often a resource is restarted in its period before its group fails over, a count.',
  RestartPeriod:
    'The period in which failures of a resource are counted, a duration not more than RetryPeriodOnFailure.',
  RetryPeriodOnFailure:
    'When a resource that was left failed is tried again, a duration not less than RestartPeriod; 4294967295ms stands for never.',
  PendingTimeout:
    'How long a resource may be coming online or going offline without a report, a duration.',
  LooksAlivePollInterval: 'Time between two LooksAlive polls of a resource, a duration.',
  IsAlivePollInterval: 'Time between two IsAlive polls of a resource, a duration.',
};
