import { cacheRules, headers, unchangingFolder } from '../table.ts';

/** vercel.json, for the root of the repository. */
export function vercelFile(): string {
  const pairs = (values: Readonly<Record<string, string>>): object[] =>
    Object.entries(values).map(([key, value]) => ({ key, value }));
  const configuration = {
    $schema: 'https://openapi.vercel.sh/vercel.json',
    framework: null,
    installCommand: 'npm ci',
    buildCommand: 'npm run build',
    outputDirectory: 'dist',
    trailingSlash: true,
    headers: [
      { source: '/(.*)', headers: pairs(headers) },
      {
        source: `${unchangingFolder}(.*)`,
        headers: pairs({ 'Cache-Control': cacheRules.unchanging }),
      },
    ],
  };
  return `${JSON.stringify(configuration, null, 2)}\n`;
}
