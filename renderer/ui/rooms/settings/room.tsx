import { Route, Switch } from 'wouter';
import { OnePane, PageHead } from '../../kit/room-layout.tsx';
import { paths } from '../../kit/paths.ts';
import { useWords } from '../../words/words.ts';
import { About } from './about.tsx';
import { AppearanceSettings } from './appearance-settings.tsx';
import { BackupPage } from './backup-page.tsx';
import { BackupSection } from './backup.tsx';
import { DeliverySettings } from './delivery-settings.tsx';
import { Device } from './device.tsx';
import { Devices } from './devices.tsx';
import { EraseOrderPage } from './erase-order-page.tsx';
import { ErasePage, EraseSection } from './erase-page.tsx';
import { HandOverPage, HandOverSection } from './hand-over.tsx';
import { LanguageSettings } from './language-settings.tsx';
import { LockSettings, MinutesSettings } from './lock-settings.tsx';
import { Organisation } from './organisation.tsx';
import { PairPage } from './pair-page.tsx';
import { PassphraseSettings } from './passphrase-settings.tsx';
import { KitSection, RenewKitPage } from './recovery-kit.tsx';
import { RegistersSection } from './registers-section.tsx';
import { UnitePage } from './unite-page.tsx';

/** Everything that can be set, on one page; what is done step by step has a page of its own. */
export function SettingsRoom() {
  return (
    <Switch>
      <Route path={paths.settingsPart('second-laptop')} component={PairPage} />
      <Route path={paths.settingsPart('recovery-kit')} component={RenewKitPage} />
      <Route path={paths.settingsPart('backup')} component={BackupPage} />
      <Route path={paths.settingsPart('restore')} component={UnitePage} />
      <Route path={paths.settingsPart('hand-over')} component={HandOverPage} />
      <Route path={paths.settingsPart('erase')} component={ErasePage} />
      <Route path={paths.settingsPart('erase-order')} component={EraseOrderPage} />
      <Route component={AllSettings} />
    </Switch>
  );
}

function AllSettings() {
  const say = useWords('settings');
  return (
    <OnePane label={say('title')}>
      <PageHead title={say('title')} />
      <AppearanceSettings />
      <LanguageSettings />
      <MinutesSettings />
      <LockSettings />
      <DeliverySettings />
      <PassphraseSettings />
      <KitSection />
      <BackupSection />
      <Organisation />
      <Device />
      <Devices />
      <HandOverSection />
      <RegistersSection />
      <EraseSection />
      <About />
    </OnePane>
  );
}
