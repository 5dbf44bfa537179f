import { useLocation } from 'wouter';
import { bridge } from '../engine-client/bridge.ts';
import { useEngine } from '../engine-client/engine-context.tsx';
import { useHighestOf } from './marking-band.ts';
import { recordOfPath } from './paths.ts';
import { useLevelsOnScreen } from './shown-marking.ts';
import { tellFailure } from './tell-failure.tsx';

/**
 * Puts text of marked records on the clipboard, from where the main process takes it off again. What is
 * classified is entered in the register of transfers first.
 */
export function useCopyMarked(): (text: string) => Promise<boolean> {
  const engine = useEngine();
  const [path] = useLocation();
  const isClassified = useHighestOf(useLevelsOnScreen())?.needsBriefing === true;
  return async (text) => {
    if (isClassified) {
      const record = recordOfPath(path);
      const registered = await engine.registers.leaving({ as: 'clipboard', records: record === null ? [] : [record] });
      if (!registered.ok) {
        tellFailure(registered.failure);
        return false;
      }
    }
    await bridge().call('clipboard:write', { text, marked: true });
    return true;
  };
}
