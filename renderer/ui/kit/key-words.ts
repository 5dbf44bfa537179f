import { useWords } from '../words/words.ts';

const isMac = () => /Mac/.test(navigator.userAgent);
const called = ['Ctrl', 'Shift', 'Alt', 'Enter', 'Escape'] as const;

/** What is printed on a key where the language of the settings is written: `Shift`, in French `Maj`. `Mod` is Ctrl, or ⌘ on a Mac. */
export function useKeyInWords(): (key: string) => string {
  const say = useWords('kit');
  return (key) => {
    if (key === 'Mod' && isMac()) return '⌘';
    const name = called.find((one) => one === (key === 'Mod' ? 'Ctrl' : key));
    return name === undefined ? key : say(`keys.${name}`);
  };
}
