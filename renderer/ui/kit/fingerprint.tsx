import classes from './fingerprint.module.css';

/** A fingerprint in its groups, large enough to be read aloud. */
export function Fingerprint({ text, large }: { text: string; large?: boolean }) {
  return (
    <span className={classes['fingerprint']} data-large={large === true || undefined} data-testid="fingerprint">
      {text.split(/[\s-]+/).map((group, index) => (
        // Groups may repeat; their place is what tells them apart.
        <span key={`${String(index)} ${group}`}>{group}</span>
      ))}
    </span>
  );
}
