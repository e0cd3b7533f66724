import { Button } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { IncidentPage as Incident, SectionView, StepView } from '../../api/contract';
import type { ButtonView } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';
import type { Answered, Client } from '../client';
import { asAnswer, CardPanel } from '../parts/CardPanel';
import { Fault, Loading, StandBadge } from '../parts/states';
import { usePage } from '../parts/usePage';

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

const Waiting = ({ page }: { page: Incident }) =>
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
          </li>
        ))}
      </ul>
    </section>
  ) : null;

interface BodyProps {
  client: Client;
  page: Incident;
  open: OpenButton;
  again(): void;
}

const Body = ({ client, page, open, again }: BodyProps) => {
  const live = useMemo(() => asAnswer(page.live, page.rev), [page]);
  return (
    <>
      <Head page={page} />
      <Waiting page={page} />
      <CardPanel
        client={client}
        first={live}
        answered={(_, button) => {
          if (button.verb === 'page' || button.verb === 'deliveries' || button.verb === 'looks') {
            open(button);
            return true;
          }
          again();
          return false;
        }}
      />
      {page.links.length > 0 ? (
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
      ) : null}
      {page.plan.length > 0 ? (
        <section>
          <h2>{TAB.planTitle}</h2>
          <ol className="timeline">
            {page.plan.map((section) => (
              <Section key={section.id} section={section} open={open} />
            ))}
          </ol>
        </section>
      ) : null}
    </>
  );
};

/** *Ärende*: how it stands, what to do now, and the plan as a timeline; a page of it takes its place while it is read. */
export const IncidentPage = ({ client, id, leave }: { client: Client; id: string; leave(): void }) => {
  const { page, error, again } = usePage<Incident>(client, { ask: 'incident', id });
  const [panel, setPanel] = useState<Answered>();
  const [fault, setFault] = useState<unknown>();
  const close = () => {
    setPanel(undefined);
    again();
  };
  const open: OpenButton = ({ verb, data }) => {
    setFault(undefined);
    client.press({ verb, data }).then(setPanel, setFault);
  };
  const back = (
    <Button appearance="subtle" onClick={panel ? close : leave}>
      ← {panel ? (page?.title ?? TAB.back) : TAB.pages.inbox}
    </Button>
  );
  if (!page)
    return (
      <>
        {back}
        {error ? <Fault error={error} again={again} /> : <Loading />}
      </>
    );
  return (
    <>
      {back}
      {error ? <Fault error={error} again={again} /> : null}
      {fault ? <Fault error={fault} /> : null}
      {panel ? (
        <CardPanel
          client={client}
          first={panel}
          takesFocus
          answered={(_, button) => {
            if (button.verb !== 'show') return false;
            close();
            return true;
          }}
        />
      ) : (
        <Body {...{ client, page, open, again }} />
      )}
    </>
  );
};
