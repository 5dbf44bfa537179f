import classes from './kbd.module.css';
import { useKeyInWords } from './key-words.ts';

/** Keys as they are pressed: `<Kbd keys="Mod+Shift+M" />`. */
export function Kbd({ keys }: { keys: string }) {
  const inWords = useKeyInWords();
  return (
    <span className={classes['keys']} data-keys>
      {keys.split('+').map((part) => (
        <kbd key={part} className={classes['key']}>
          {inWords(part)}
        </kbd>
      ))}
    </span>
  );
}
