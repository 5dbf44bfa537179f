import { Button } from '@mantine/core';
import { Component, type ReactNode } from 'react';
import { Link } from 'wouter';
import { ErrorSentence } from '../kit/error-sentence.tsx';
import { paths } from '../kit/paths.ts';
import { OnePane, PageHead } from '../kit/room-layout.tsx';
import { useWords } from '../words/words.ts';

/**
 * A page that breaks takes nothing with it: its editors keep what is typed as they go, the rest of
 * the app stays, and the page can be shown again.
 */
export class RoomBoundary extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return <BrokenPage onAgain={() => this.setState({ broken: false })} />;
  }
}

function BrokenPage({ onAgain }: { onAgain: () => void }) {
  const say = useWords('frame');
  return (
    <OnePane label={say('broken.title')}>
      <PageHead
        title={say('broken.title')}
        acts={
          <>
            <Button component={Link} href={paths.today}>
              {say('broken.today')}
            </Button>
            <Button variant="filled" onClick={onAgain}>
              {say('broken.again')}
            </Button>
          </>
        }
      />
      <ErrorSentence failure={{ code: 'broken' }} />
    </OnePane>
  );
}
