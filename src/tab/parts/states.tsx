import { Badge, Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { Stand } from '../../api/stand';
import { TAB } from '../../content/texts/tab/pages';
import { CallFailed } from '../client';

const COLOURS = {
  acute: 'danger',
  late: 'severe',
  now: 'brand',
  waiting: 'informative',
  done: 'success',
  none: 'subtle',
} as const;

/** A state: its word, and its colour beside that. */
export const StandBadge = ({ stand }: { stand: Stand }) => (
  <Badge
    appearance={stand.kind === 'acute' || stand.kind === 'late' ? 'filled' : 'outline'}
    color={COLOURS[stand.kind]}
    className="stand"
  >
    {stand.text}
  </Badge>
);

/** Something is on its way. */
export const Loading = () => (
  <div className="loading">
    <Spinner size="small" label={TAB.loading} />
  </div>
);

const wordsOf = (error: unknown): string[] => {
  const { kind, id } = error instanceof CallFailed ? error : { kind: 'failed', id: '' };
  return [TAB.faults[kind] ?? TAB.faults.failed ?? '', id ? TAB.faultId(id) : ''].filter(Boolean);
};

/** What went wrong and what to do, as a line. */
export const faultWords = (error: unknown): string => wordsOf(error).join(' ');

/** What went wrong and what to do; `again` tries it once more. `isKept`: what was typed is still there. */
export const Fault = (props: { error: unknown; again?: (() => void) | undefined; isKept?: boolean }) => (
  <MessageBar intent="error" layout="multiline" role="alert">
    <MessageBarBody>
      {faultWords(props.error)} {props.isKept ? TAB.kept : ''}{' '}
      {props.again ? (
        <Button size="small" onClick={props.again}>
          {TAB.again}
        </Button>
      ) : null}
    </MessageBarBody>
  </MessageBar>
);

/** There is nothing to list. */
export const Empty = ({ text }: { text: string }) => <p className="empty">{text}</p>;
