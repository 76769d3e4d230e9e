import { join } from 'node:path';
import { findOrInstallChromium } from '../setup/chromium.ts';
import { installServers } from '../setup/servers.ts';
import { root, runTool } from '../tools/tool.ts';
import { freePort } from './free-port.ts';
import { countPlaywright } from './reports.ts';
import type { StageResult } from './result.ts';

/** Runs the browser tests against dist, after seeing to it that there are browser and servers. */
export async function runBrowserTests(): Promise<StageResult> {
  const chromium = await findOrInstallChromium();
  if (chromium.type === 'none') return { passed: 0, failed: 1, output: chromium.reason };
  await installServers();
  const { code, output } = await runTool('playwright', ['test'], {
    environment: { CHROMIUM_PATH: chromium.path, SITE_PORT: String(await freePort()) },
  });
  return { ...countPlaywright(join(root, 'reports', 'browser.json'), code), output };
}
