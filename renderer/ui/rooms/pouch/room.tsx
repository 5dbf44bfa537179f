import { EmptyState } from '../../kit/empty-state.tsx';
import { OnePane } from '../../kit/room-layout.tsx';

export function PouchRoom() {
  return (
    <OnePane label="">
      <EmptyState>{''}</EmptyState>
    </OnePane>
  );
}
