import { useState } from 'react';
import type { JustMade } from './gate.tsx';
import { GatePage, GateWords } from './gate-page.tsx';
import { JoinPages } from './join-pages.tsx';
import { PersonPage } from './person-page.tsx';
import { useEngine } from '../engine-client/engine-context.tsx';
import { enterSample } from '../engine-client/workspace.ts';
import { Notice } from '../kit/notice.tsx';
import { useWords } from '../words/words.ts';
import { whatWasErased } from './erased.ts';
import { RestorePage } from './restore-page.tsx';
import { SecondLaptopPages } from './second-laptop-pages.tsx';
import classes from './first-start.module.css';

type Way = 'none' | 'join' | 'alone' | 'second' | 'restore';

/** The first start: a new notebook, or one that goes on. Each under a minute. */
export function FirstStart({ onMade }: { onMade: (made: JustMade) => void }) {
  const say = useWords('gate');
  const laptop = useWords('laptop');
  const engine = useEngine();
  const [way, setWay] = useState<Way>('none');
  const back = () => setWay('none');
  if (way === 'second') return <SecondLaptopPages onBack={back} onMade={onMade} />;
  if (way === 'restore') return <RestorePage onBack={back} onMade={onMade} />;
  if (way === 'join') return <JoinPages onBack={back} onMade={onMade} />;
  if (way === 'alone') {
    return (
      <PersonPage
        title={say('person.title-alone')}
        onBack={back}
        make={async (person, passphrase) => {
          const made = await engine.vault.createAlone(person, passphrase);
          if (!made.ok) return made.failure;
          onMade({ kit: made.value, request: null });
          return null;
        }}
      />
    );
  }
  const erased = whatWasErased();
  return (
    <GatePage title={say('first.title')} foot={say('purpose')}>
      {erased === null ? null : <Notice>{laptop(erased === 'order' ? 'erase.erased-order' : 'erase.erased')}</Notice>}
      <GateWords>{say('first.intro')}</GateWords>
      <ul className={classes['ways']}>
        <Way title={say('first.join')} about={say('first.join-about')} onChoose={() => setWay('join')} />
        <Way title={say('first.alone')} about={say('first.alone-about')} onChoose={() => setWay('alone')} />
        <Way title={say('first.sample')} about={say('first.sample-about')} onChoose={enterSample} />
        <Way title={laptop('second.way')} about={laptop('second.way-about')} onChoose={() => setWay('second')} />
        <Way title={laptop('restore.way')} about={laptop('restore.way-about')} onChoose={() => setWay('restore')} />
      </ul>
    </GatePage>
  );
}

function Way({ title, about, onChoose }: { title: string; about: string; onChoose: () => void }) {
  return (
    <li>
      <button type="button" className={classes['way']} onClick={onChoose}>
        <span className={classes['name']}>{title}</span>
        <span className={classes['about']}>{about}</span>
      </button>
    </li>
  );
}
