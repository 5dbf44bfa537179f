import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useWords } from '../words/words.ts';
import { paths } from './paths.ts';

/** From a list to where files become its records. */
export function ImportLink() {
  const say = useWords('imports');
  return (
    <Button component={Link} href={paths.imports} variant="subtle" size="compact-sm">
      {say('title')}
    </Button>
  );
}
