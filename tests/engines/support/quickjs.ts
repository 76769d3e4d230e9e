import variant from '@jitl/quickjs-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant } from 'quickjs-emscripten-core';
import { GLOBAL } from './bundle.ts';

/** Carries runs out in QuickJS: an interpreter that has nothing in common with the engines of browsers. */
export async function tracesInQuickJs(script: string, runs: string): Promise<string> {
  const quickJs = await newQuickJSWASMModuleFromVariant(variant);
  const context = quickJs.newContext();
  try {
    context.unwrapResult(context.evalCode(script)).dispose();
    context.newString(runs).consume((text) => context.setProp(context.global, 'runs', text));
    return context
      .unwrapResult(context.evalCode(`${GLOBAL}.tracesOf(runs)`))
      .consume((traces) => context.getString(traces));
  } finally {
    context.dispose();
  }
}
