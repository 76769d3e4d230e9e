// Runs one of the tools that npm installed with the project, under the Node we run on.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const root: string = fileURLToPath(new URL('../../../', import.meta.url));

/** Scripts of the tools, from node_modules: started by path, nothing depends on a shell. */
const scripts = {
  astro: 'astro/bin/astro.mjs',
  knip: 'knip/bin/knip.js',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  tsc: 'typescript/bin/tsc',
  vitest: 'vitest/vitest.mjs',
} as const;

/** How a tool ended: its exit code and, unless it wrote to the terminal itself, what it said. */
export interface ToolResult {
  readonly code: number;
  readonly output: string;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill();
});

/**
 * Runs a tool to its end.
 * @param name which tool
 * @param args its arguments
 * @param options `show`: let it write to the terminal instead of keeping what it says;
 *   `environment`: variables in addition to ours
 */
export function runTool(
  name: keyof typeof scripts,
  args: readonly string[],
  options: {
    readonly show?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<ToolResult> {
  const script = join(root, 'node_modules', scripts[name]);
  return run(process.execPath, [script, ...args], options);
}

/** Runs any program to its end; otherwise as {@link runTool}. */
export function run(
  program: string,
  args: readonly string[],
  options: {
    readonly show?: boolean;
    readonly environment?: Readonly<Record<string, string>>;
  } = {},
): Promise<ToolResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: root,
      stdio: options.show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        // What is kept may be shown anywhere, where escape codes would only be noise.
        ...(options.show ? {} : { NO_COLOR: '1' }),
        ...options.environment,
      },
    });
    running.add(child);
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    const end = (code: number): void => {
      running.delete(child);
      resolve({ code, output });
    };
    child.on('error', (error) => {
      output += `${program} could not be started: ${error.message}\n`;
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}
