import { Button, MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ButtonView, CardView, FieldView, View } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';
import type { Answered, Client } from '../client';
import { Below, Buttons, CardBody, type Send } from './cardParts';
import { InputField } from './InputField';
import { Progress } from './Progress';
import { Fault } from './states';
import { TakeReady } from './TakeReady';
import { useOnce } from './useOnce';

const valuesIn = (fields: readonly FieldView[]): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ id, kind, value }) => (kind === 'shown' ? [] : [[id, value]])));

/** What stands in a field now, where another has changed it since the form was opened. */
const nowIn = (field: FieldView, opened: Record<string, string>): string | undefined => {
  if (field.kind === 'shown' || opened[field.id] === field.value) return undefined;
  const title = field.choices.find(({ value }) => value === field.value)?.title;
  return field.value === '' ? TAB.changedEmpty : TAB.changedField(title ?? field.value);
};

/** A panel's parts: what it shows, and who hears of its answers. */
export interface CardPanelProps {
  client: Client;
  first: Answered;
  /** Each answer, so that the page around can follow. @returns whether the page takes it, and the panel stays as it is */
  answered?(answer: Answered, button: ButtonView): boolean;
  /** Takes a press before it is sent. @returns whether it did */
  instead?(button: ButtonView): boolean;
  /** The heading takes the focus when the panel comes. */
  takesFocus?: boolean;
  /** The page around it goes on beside an answer, which may be closed: it is read aloud when it comes. */
  isLive?: boolean;
}

/** A view as it is read: ids of presses that are yet to come are not. */
const asRead = ({ view }: Answered): string =>
  JSON.stringify(view, (key, value: unknown) => (key === 'once' ? undefined : value));

/** What stands in a form: as it was opened, and as it was typed since. */
function useForm() {
  const [opened, setOpened] = useState<Record<string, string>>({});
  const [typed, setTyped] = useState<Record<string, string>>({});
  const fill = useCallback((one: Answered) => {
    // Where another was quicker, what was typed stays.
    if (one.isStale) return;
    const values = valuesIn(one.view.name === 'card' ? one.view.data.fields : []);
    setOpened(values);
    setTyped(values);
  }, []);
  return { opened, typed, setTyped, fill };
}

/** A panel's state: what is shown, what was typed into it, and how it is sent. */
function usePanelState({ client, first, answered, instead }: CardPanelProps) {
  // The answer to a press stands until the next press, or until it is closed, whatever is fetched meanwhile.
  const [answer, setAnswer] = useState<Answered>();
  const shown = answer ?? first;
  const once = useOnce();
  const { fill, ...form } = useForm();
  const [error, setError] = useState<unknown>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is fetched anew takes no answer away, but one that it is itself
  useEffect(() => {
    if (answer && asRead(answer) !== asRead(first)) return;
    setAnswer(undefined);
    setError(undefined);
    fill(first);
  }, [first, fill]);

  const posted = async (button: ButtonView) => {
    setError(undefined);
    const { typed } = form;
    const data = button.inputs === 'auto' ? { ...button.data, ...typed } : button.data;
    const hasForm = button.inputs === 'auto' && Object.keys(typed).length > 0;
    const given = await client.press({ verb: button.verb, data }, hasForm ? shown.rev : undefined);
    if (!given.isStale && answered?.(given, button)) return;
    setAnswer(given);
    fill(given);
  };
  const send: Send = (button) => {
    if (once.isBusy || instead?.(button)) return;
    void once.run(() => posted(button).catch(setError));
  };
  const close = () => {
    setAnswer(undefined);
    fill(first);
  };
  return { shown, isAnswer: answer !== undefined, close, ...form, error, isBusy: once.isBusy, send };
}

/**
 * A view as a card shows it, drawn for the tab, with its form. What was typed stays where a save fails; where another was quicker,
 * what stands there now is shown beside it.
 */
export const CardPanel = (props: CardPanelProps) => {
  const state = usePanelState(props);
  const heading = useRef<HTMLHeadingElement>(null);
  const { shown } = state;
  const { takesFocus } = props;
  useEffect(() => {
    if (takesFocus && shown) heading.current?.focus();
  }, [shown, takesFocus]);
  return <Shown {...state} heading={heading} client={props.client} isLive={props.isLive === true} />;
};

interface ShownProps {
  client: Client;
  shown: Answered;
  isAnswer: boolean;
  isLive: boolean;
  close(): void;
  opened: Record<string, string>;
  typed: Record<string, string>;
  setTyped(typed: Record<string, string>): void;
  error: unknown;
  isBusy: boolean;
  heading: React.RefObject<HTMLHeadingElement | null>;
  send: Send;
}

const Shown = (props: ShownProps) => {
  const { shown, error, isBusy, heading, send, typed, isLive } = props;
  const trouble = error ? <Fault error={error} isKept={Object.keys(typed).length > 0} /> : null;
  const { view } = shown;
  return (
    <section className="panel" aria-live={isLive ? 'polite' : undefined}>
      {view.name === 'line' ? (
        <>
          <h2 ref={heading} tabIndex={-1}>
            {view.data.text}
          </h2>
          {trouble}
          <Buttons buttons={view.data.buttons} send={send} isBusy={isBusy} />
        </>
      ) : (
        <Card {...props} card={view.data} trouble={trouble} />
      )}
      {isLive && props.isAnswer ? (
        <Button appearance="subtle" onClick={props.close}>
          {TAB.closeAnswer}
        </Button>
      ) : null}
    </section>
  );
};

const Card = (props: ShownProps & { card: CardView; trouble: React.ReactNode }) => {
  const { card, trouble, shown, isBusy, heading, send } = props;
  const small = [card.kicker, card.corner].filter(Boolean).join(' · ');
  return (
    <>
      {small ? <p className="note">{small}</p> : null}
      <h2 ref={heading} tabIndex={-1}>
        {card.title || TAB.app}
      </h2>
      {card.problem ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{card.problem}</MessageBarBody>
        </MessageBar>
      ) : null}
      <CardBody card={card} send={send} isBusy={isBusy} />
      {shown.isStale ? <Changed /> : null}
      <Form {...props} isStale={shown.isStale} />
      {trouble}
      {shown.ready ? <TakeReady key={shown.ready.ticket} client={props.client} ready={shown.ready} /> : null}
      <Buttons buttons={card.buttons} send={send} isBusy={isBusy} />
      <Progress isBusy={isBusy} label={TAB.saving} />
      <Below below={card.below} send={send} isBusy={isBusy} />
      {card.footnote ? <p className="note">{card.footnote}</p> : null}
    </>
  );
};

const Changed = () => (
  <MessageBar intent="warning" layout="multiline" role="alert">
    <MessageBarBody>
      <MessageBarTitle>{TAB.changedTitle}</MessageBarTitle> {TAB.changed}
    </MessageBarBody>
  </MessageBar>
);

type FormProps = { card: CardView; isStale: boolean } & Pick<ShownProps, 'opened' | 'typed' | 'setTyped'>;

const Form = ({ card, isStale, opened, typed, setTyped }: FormProps) => (
  <div className="form">
    {card.fields.map((field) => (
      <InputField
        key={field.id}
        field={field}
        value={typed[field.id] ?? ''}
        now={isStale ? nowIn(field, opened) : undefined}
        set={(value) => setTyped({ ...typed, [field.id]: value })}
      />
    ))}
  </div>
);

/** A view that was made with a page, as an answer. */
export const asAnswer = (view: View, rev?: number): Answered => ({ view, rev, isStale: false });
