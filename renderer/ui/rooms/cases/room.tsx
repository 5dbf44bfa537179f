import { EmptyState } from '../../kit/empty-state.tsx';
import { OnePane } from '../../kit/room-layout.tsx';

export function CasesRoom() {
  return (
    <OnePane label="">
      <EmptyState>{''}</EmptyState>
    </OnePane>
  );
}
