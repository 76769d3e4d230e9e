import { expect, test as base } from '@playwright/test';

interface Options {
  /** Complaints a test expects, such as the one about a missing page; all others fail it. */
  allowedComplaints: readonly RegExp[];
}

interface Watch {
  /** Fails the test for whatever the browser complained about, and for requests off the site. */
  watch: void;
}

/**
 * Playwright's `test` with a watchful eye: an error on the console, an exception nobody caught, a
 * request that fails or one that leaves the site fails the test in which it happens.
 */
export const test = base.extend<Options & Watch>({
  allowedComplaints: [[], { option: true }],
  watch: [
    async ({ context, baseURL, allowedComplaints }, use) => {
      const complaints: string[] = [];
      context.on('console', (message) => {
        if (message.type() !== 'error') return;
        complaints.push(`console: ${message.text()} ${message.location().url}`);
      });
      context.on('weberror', (thrown) => complaints.push(`exception: ${String(thrown.error())}`));
      context.on('request', (request) => {
        const address = request.url();
        const onSite = address.startsWith(baseURL ?? '') || /^(data|blob|about):/.test(address);
        if (!onSite) complaints.push(`request off the site: ${address}`);
      });
      context.on('requestfailed', (request) => {
        // A page that is left stops its own requests; nobody would call that a failure.
        const reason = request.failure()?.errorText ?? '';
        if (reason !== 'net::ERR_ABORTED') complaints.push(`failed: ${request.url()} ${reason}`);
      });
      await use();
      const unexpected = complaints.filter(
        (complaint) => !allowedComplaints.some((allowed) => allowed.test(complaint)),
      );
      expect(unexpected, 'what the browser complained about').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
