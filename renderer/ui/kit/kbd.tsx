import classes from './kbd.module.css';

const isMac = () => /Mac/.test(navigator.userAgent);
const shownAs = (part: string) => (part === 'Mod' ? (isMac() ? '⌘' : 'Ctrl') : part);

/** Keys as they are pressed: `<Kbd keys="Mod+Shift+M" />`. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className={classes['keys']} data-keys>
      {keys.split('+').map((part) => (
        <kbd key={part} className={classes['key']}>
          {shownAs(part)}
        </kbd>
      ))}
    </span>
  );
}
