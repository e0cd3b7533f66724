import { Button, MessageBar, MessageBarBody } from '@fluentui/react-components';
import { useState } from 'react';
import type { ReadyView } from '../../api/filesContract';
import { GIVEN } from '../../content/texts/evidence/evidence';
import { TAKE } from '../../content/texts/printed/takeDocument';
import { CallFailed, type Client } from '../client';
import { Fault } from './states';
import { save } from './useFile';

type State = 'ready' | 'busy' | 'taken';

const isLate = (fault: unknown): boolean => fault instanceof CallFailed && fault.kind === 'nothing';

/** The button that takes a file once. Where its minute is over, or it was taken, it says how to begin anew. */
export const TakeReady = ({ client, ready }: { client: Client; ready: ReadyView }) => {
  const [state, setState] = useState<State>('ready');
  const [fault, setFault] = useState<unknown>();
  const take = () => {
    setState('busy');
    setFault(undefined);
    client
      .file(ready)
      .then(({ blob, name }) => {
        save(blob, name);
        setState('taken');
      })
      .catch((failed: unknown) => {
        setFault(failed);
        setState(isLate(failed) ? 'taken' : 'ready');
      });
  };
  return (
    <>
      {state === 'taken' ? null : (
        <Button appearance="primary" disabledFocusable={state === 'busy'} onClick={take}>
          {TAKE.inTab.get}
        </Button>
      )}
      <div role="status">{state === 'taken' && !fault ? <p>{GIVEN.taken}</p> : null}</div>
      {isLate(fault) ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{GIVEN.late}</MessageBarBody>
        </MessageBar>
      ) : fault ? (
        <Fault error={fault} />
      ) : null}
    </>
  );
};
