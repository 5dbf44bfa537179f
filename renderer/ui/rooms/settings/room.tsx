import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { useWords } from '../../words/words.ts';
import { About } from './about.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { Device } from './device.tsx';
import { LockSettings, MinutesSettings } from './lock-settings.tsx';
import { Organisation } from './organisation.tsx';
import { KitFacts, PassphraseSettings } from './passphrase-settings.tsx';

/** Everything that can be set, on one page. */
export function SettingsRoom() {
  const say = useWords('settings');
  return (
    <OnePane label={say('title')}>
      <PageHead title={say('title')} />
      <AppearanceSettings />
      <MinutesSettings />
      <LockSettings />
      <PassphraseSettings />
      <KitFacts />
      <Organisation />
      <Device />
      <About />
    </OnePane>
  );
}
