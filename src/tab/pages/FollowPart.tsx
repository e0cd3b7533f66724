import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { IncidentPage } from '../../api/contract';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Progress } from '../parts/Progress';
import { Fault } from '../parts/states';
import { useOnce } from '../parts/useOnce';

/** A strategist follows it, or not any more: said beside what that means. */
export const FollowPart = (props: { follow: IncidentPage['follow']; client: Client; again(): void }) => {
  const { follow, client, again } = props;
  const once = useOnce();
  const [fault, setFault] = useState<unknown>();
  if (!follow) return null;
  const { press, note } = follow;
  const send = async () => {
    setFault(undefined);
    await client.press({ verb: press.verb, data: press.data }).then(again, setFault);
  };
  return (
    <div className="follow">
      <Button disabledFocusable={once.isBusy} onClick={() => void once.run(send)}>
        {press.title}
      </Button>
      <p className="note" aria-live="polite">
        {note}
      </p>
      <Progress isBusy={once.isBusy} label={TAB.saving} />
      {fault ? <Fault error={fault} /> : null}
    </div>
  );
};
