/**
 * Ends this process when the one that started it is gone, however that happened, so that nothing
 * stays behind on a port.
 */
export function endWithParent(): void {
  process.on('disconnect', () => process.exit(1));
  process.channel?.unref();
}
