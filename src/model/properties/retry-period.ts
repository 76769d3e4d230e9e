/**
 * Whether a resource that was left failed is tried again late enough: RetryPeriodOnFailure is not
 * less than RestartPeriod (Failover Cluster API), whichever of the two somebody changes.
 */
export function isLateEnough(retryPeriod: number, restartPeriod: number): boolean {
  return retryPeriod >= restartPeriod;
}
