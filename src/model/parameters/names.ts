/**
 * The names of all parameters, by the file that registers them. Kept apart from the register so that
 * the browser, which needs the names to read a packed scenario, does not load sources and notes.
 */
export const PARAMETER_NAMES = [
  // cluster.ts
  'heartbeatPeriod',
  'missedHeartbeatsUntilContactLost',
  'missedHeartbeatsUntilNodeDown',
  'nodeMessageDelay',
  'regroupDuration',
  'reservationRenewalPeriod',
  'arbitrationReserveDelay',
  'arbitrationOnlineDelay',
  'defenceMargin',
  'lostQuorumReservationStopsService',
  'clusterServiceRestartDelay',
  'joinDuration',
  'bootDuration',
  // resources.ts
  'looksAlivePollPeriod',
  'isAlivePollPeriod',
  'restartThreshold',
  'restartPeriod',
  'groupFailoverThreshold',
  'groupFailoverPeriod',
  'publicNetworkLossFailsAddress',
  'diskOnlineDuration',
  'ipAddressOnlineDuration',
  'networkNameOnlineDuration',
  'systemAttendantOnlineDuration',
  'informationStoreOnlineDuration',
  'databaseMountDuration',
  'diskOfflineDuration',
  'ipAddressOfflineDuration',
  'networkNameOfflineDuration',
  'systemAttendantOfflineDuration',
  'informationStoreOfflineDuration',
  'databaseDismountDuration',
  'failedDiskAttemptDuration',
  'failedIpAddressAttemptDuration',
  'failedNetworkNameAttemptDuration',
  'failedServiceAttemptDuration',
  // exchange.ts
  'checkpointDepthLogs',
  'logGenerationPeriod',
  'recoveryDurationPerLog',
  'mailboxes',
  'clientRetryPeriod',
  'messagePeriod',
  'queueRetryPeriod',
  'backupAge',
  'restoreDuration',
] as const;

/** The name of a number of the model. */
export type ParameterName = (typeof PARAMETER_NAMES)[number];

/** A value for every parameter, in the unit of the register. */
export type Parameters = Readonly<Record<ParameterName, number>>;
