import { Button } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import type { IncidentPage as Incident, SectionView, StepView } from '../../api/contract';
import type { ButtonView } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { asAnswer, CardPanel } from '../parts/CardPanel';
import { Manage } from '../parts/Manage';
import { Progress } from '../parts/Progress';
import { Fault, Loading, StandBadge } from '../parts/states';
import { useFile } from '../parts/useFile';
import { usePage } from '../parts/usePage';
import { Faults, PanelInPlace, usePanel, WayBack } from '../parts/usePanel';
import { FilesPart } from './FilesPart';
import { FollowPart } from './FollowPart';
import { LogSheet } from './LogSheet';

/** A page of the incident that is opened by a button. */
type OpenButton = (button: ButtonView) => void;

const Step = ({ step, open }: { step: StepView; open: OpenButton }) => {
  const { press } = step;
  return (
    <li className={`step ${step.stand.kind}`}>
      <div className="row-words">
        <span>{step.title}</span>
        {step.note ? <span className="note">{step.note}</span> : null}
      </div>
      <StandBadge stand={step.stand} />
      {press ? (
        <Button size="small" aria-label={`${press.title}: ${step.title}`} onClick={() => open(press)}>
          {press.title}
        </Button>
      ) : null}
    </li>
  );
};

/** A section of the timeline: what goes on stands open, the rest is unfolded. */
const Section = ({ section, open }: { section: SectionView; open: OpenButton }) => (
  <li className={`section ${section.stand.kind}`}>
    <details open={section.stand.kind === 'now'}>
      <summary>
        <span className="row-words">
          <strong>{section.title}</strong>
          <span className="note">{section.note}</span>
        </span>
        <StandBadge stand={section.stand} />
      </summary>
      <ul className="plain">
        {section.steps.map((step) => (
          <Step key={step.id} step={step} open={open} />
        ))}
      </ul>
    </details>
  </li>
);

const Head = ({ page }: { page: Incident }) => (
  <>
    <div className="head">
      <h1>{page.title}</h1>
      <StandBadge stand={page.stand} />
    </div>
    {page.facts.length > 0 ? (
      <dl className="facts wide">
        {page.facts.map(({ label, text }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    ) : null}
  </>
);

const Waiting = ({ page, open }: { page: Incident; open: OpenButton }) =>
  page.waits.length > 0 ? (
    <section aria-label={TAB.waitsTitle}>
      <h2>{TAB.waitsTitle}</h2>
      <ul className="plain">
        {page.waits.map((wait) => (
          <li key={wait.what + wait.by} className="row">
            <div className="row-words">
              <strong>{wait.what}</strong>
              <span className="note">{wait.by}</span>
            </div>
            <StandBadge stand={wait.stand} />
            <Manage name={wait.what} presses={wait.presses} press={open} />
          </li>
        ))}
      </ul>
    </section>
  ) : null;

const Plan = ({ page, open }: { page: Incident; open: OpenButton }) =>
  page.plan.length > 0 ? (
    <section>
      <h2>{TAB.planTitle}</h2>
      <ol className="timeline">
        {page.plan.map((section) => (
          <Section key={section.id} section={section} open={open} />
        ))}
      </ol>
    </section>
  ) : null;

const Meetings = ({ page, client }: { page: Incident; client: Client }) => {
  const file = useFile(client);
  const { id, meetings } = page;
  return meetings.length > 0 ? (
    <div className="buttons">
      {meetings.map(({ talk, title }) => (
        <Button
          key={talk}
          disabledFocusable={file.isBusy}
          onClick={() => file.take({ ask: 'meeting', id, talk })}
        >
          {title}
        </Button>
      ))}
      <Progress isBusy={file.isBusy} />
      {file.fault ? <Fault error={file.fault} /> : null}
    </div>
  ) : null;
};

const Reading = ({ page, open }: { page: Incident; open: OpenButton }) =>
  page.links.length > 0 ? (
    <section>
      <h2>{TAB.readTitle}</h2>
      <div className="buttons">
        {page.links.map((link) => (
          <Button key={link.title} onClick={() => open(link)}>
            {link.title}
          </Button>
        ))}
      </div>
    </section>
  ) : null;

interface BodyProps {
  client: Client;
  page: Incident;
  open: OpenButton;
  again(): void;
}

/** Verbs whose answer is a page of its own, and no next state of the card. */
const OPENS: ReadonlySet<string> = new Set(['page', 'deliveries', 'looks']);

const Body = ({ client, page, open, again }: BodyProps) => {
  const live = useMemo(() => asAnswer(page.live, page.rev), [page]);
  const before = (button: ButtonView) => OPENS.has(button.verb);
  return (
    <>
      <Head page={page} />
      <FollowPart follow={page.follow} client={client} again={again} />
      <CardPanel
        client={client}
        first={live}
        isLive
        answered={() => {
          again();
          return false;
        }}
        instead={(button) => {
          if (before(button)) open(button);
          return before(button);
        }}
      />
      <Waiting page={page} open={open} />
      <Meetings page={page} client={client} />
      <Reading page={page} open={open} />
      {page.files ? (
        <FilesPart key={page.id} client={client} id={page.id} files={page.files} open={open} again={again} />
      ) : null}
      <Plan page={page} open={open} />
    </>
  );
};

/** `isTaking`: opened by the link of *Hämta dokument*. */
interface SheetProps {
  client: Client;
  id: string;
  leave(): void;
  isTaking?: boolean | undefined;
}

/** *Ärende*: how it stands, what to do now, and the plan as a timeline; a page of it takes its place while it is read. */
export const IncidentSheet = (props: SheetProps) => {
  const { client, id, leave, isTaking } = props;
  const { page, error, isBusy, again } = usePage<Incident>(client, { ask: 'incident', id });
  const opened = usePanel(client, again);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link leads there once
  useEffect(() => {
    if (isTaking) void opened.press({ verb: 'page', data: { id, page: 'document' } });
  }, []);
  const [isLog, setIsLog] = useState(false);
  const open: OpenButton = (button) =>
    button.data.page === 'log' ? setIsLog(true) : void opened.press(button);
  const closing = (button: ButtonView): boolean => {
    if (button.verb === 'show') opened.close();
    return button.verb === 'show';
  };
  if (isLog)
    return (
      <>
        <WayBack to={page?.title ?? TAB.back} leave={() => setIsLog(false)} />
        <h1>{TAB.links.readLog}</h1>
        <LogSheet client={client} id={id} />
      </>
    );
  if (opened.panel)
    return (
      <PanelInPlace to={page?.title ?? TAB.back} opened={opened} client={client} instead={closing} isTitled />
    );
  return (
    <>
      <WayBack to={TAB.pages.inbox} leave={leave} />
      {page ? null : error ? <Fault error={error} again={again} /> : <Loading />}
      {page ? (
        <>
          <Faults error={error} again={again} fault={opened.fault} isBusy={isBusy || opened.isBusy} />
          <Body {...{ client, page, again }} open={open} />
        </>
      ) : null}
    </>
  );
};
