// npm run dev, npm run build: Astro with its telemetry off, on every system alike.
import { fileURLToPath } from 'node:url';

process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const script = new URL('../../node_modules/astro/bin/astro.mjs', import.meta.url);
process.argv[1] = fileURLToPath(script);
await import(script.href);
