import { detailsPage } from '../../src/cards/pages/details';
import { sceneOf as drawnScene } from '../../src/cards/scene';
import { REPORT_PAGES } from '../../src/content/municipalities/library/reportPages';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { PAGE_RULES } from '../../src/routine/acts/pages';
import { OPERATOR } from '../../src/routine/model/contact';
import type { Report } from '../../src/routine/model/incident';
import { isVictimAsked } from '../../src/routine/plan/traits';
import { scopeOf } from '../../src/routine/rules/access';
import { notices } from '../../src/routine/rules/notices';
import { MAY, may } from '../../src/routine/rules/roles/may';
import type { Role } from '../../src/routine/rules/roles/role';
import { seen } from '../../src/screens/seen';
import { MARK, type Stage } from '../cards/stages';
import { chosen } from '../support/chosen';
import { drawPage, liveCard } from '../support/drawing';
import { IS_LONG } from '../support/long';
import { routine, sceneFor } from '../support/pureTown';
import {
  allPages,
  allStages,
  allVerbs,
  cast,
  decidingVerbs,
  effectOf,
  isOtherParty,
  isSampled,
  oncePerStage,
  postOf,
  pressOf,
  rolesAt,
  samplesOf,
  situationAt,
  WHERE,
  whereOf,
} from './cells';
import { ACTS, OTHERS, PAGES_POLICY, POSTS_OF, rowsOf, SCOPES, wordsIn } from './policy';

const acts = rowsOf(ACTS);
const pages = rowsOf(PAGES_POLICY);
const scopes = rowsOf(SCOPES);
const ROLES = scopes.map(({ role }) => role as Role);
const persons = Object.entries(cast);

const counted: Record<string, number> = {};
const count = (what: string, more = 1) => {
  counted[what] = (counted[what] ?? 0) + more;
};
afterAll(() => {
  process.stdout.write(`Cells of the access matrix: ${JSON.stringify(counted)}\n`);
});

/** Everyone at every stage, once: roles are what all else depends on. */
const present = allStages.flatMap((stage) =>
  persons.map(([who, person]) => ({ stage, who, person, roles: rolesAt(stage, person) })),
);
/** For a page: a tenth of them, others for the next page; all of them in `npm run test:long`. */
const PART = 10;
const presentFor = (page: (typeof allPages)[number]) =>
  present.filter((_, index) => IS_LONG || (index + allPages.indexOf(page)) % PART === 0);
const sceneAt = oncePerStage((stage, person: string) =>
  sceneFor(stage.incident, person, stage.now, 'once1', stage.more),
);
const sceneOf = ({ stage, person }: { stage: Stage; person: string }) => sceneAt(stage, person);
const first = <T>(wrong: readonly T[]): T[] => [...new Set(wrong)].slice(0, 10);

describe('the policy', () => {
  it('has a row for every verb, page and role that the code knows, and no other', () => {
    expect([...decidingVerbs].sort()).toEqual(acts.map(({ act }) => act).sort());
    expect([...allPages].sort()).toEqual(pages.map(({ page }) => page).sort());
    expect([...allVerbs].sort()).toEqual(
      [...acts.map(({ act }) => act), ...rowsOf(OTHERS).map(({ verb }) => verb)].sort(),
    );
    const known = new Set(Object.values(MAY).flat());
    expect(ROLES).toEqual(expect.arrayContaining([...known]));
    expect(Object.keys(PAGE_RULES).sort()).toEqual([...allPages].sort());
  });

  it('says of every act what src/routine/rules/access.ts says', () => {
    for (const { act, who } of acts) {
      expect([act, [...MAY[act as keyof typeof MAY]].sort()]).toEqual([act, [...wordsIn(who)].sort()]);
    }
    for (const { role, reads } of scopes) {
      expect([role, scopeOf(new Set([role as Role]))]).toEqual([role, reads]);
    }
  });
});

describe('roles', () => {
  it('come from a post only as the policy says, and never from one of another party', () => {
    const { own: posts, other: others } = POSTS_OF[chosen];
    const own = new Map(rowsOf(posts).map((row) => [row.post, wordsIn(row['may be'])]));
    const other = new Map(rowsOf(others).map((row) => [row.post, wordsIn(row['may be'])]));
    const wrong = present.flatMap(({ stage, who, person, roles }) => {
      const allowed = (isOtherParty(person, stage) ? other : own).get(postOf(who));
      if (!allowed) return [`${who} is in no table`];
      count('roles', ROLES.length);
      return [...roles].filter((role) => !allowed.has(role)).map((role) => `${who}: ${role}, ${stage.name}`);
    });
    expect(first(wrong)).toEqual([]);
  });

  it('are each met, so that no row is without a case', () => {
    const met = new Set(present.flatMap(({ roles }) => [...roles]));
    if (isSampled) return;
    expect(ROLES.filter((role) => !met.has(role))).toEqual([]);
    expect(WHERE.filter((where) => !allStages.some((stage) => whereOf(stage.incident) === where))).toEqual(
      [],
    );
  });

  it('of a victim leave no other but that of who confirms; who is out has none but what they wrote', () => {
    const beside = new Set<Role>(['victim', 'confirmer', 'maybeVictim', 'reporter']);
    const wrong = present
      .filter(({ stage, person, roles }) => {
        const { victim, declined } = stage.incident;
        const isOut = declined.some((one) => one.person === person && one.why !== 'cannot');
        if (person === victim.person) return [...roles].some((role) => !beside.has(role));
        return isOut && [...roles].some((role) => role !== 'reporter');
      })
      .map(({ stage, who, roles }) => `${who}: ${[...roles].join()}, ${stage.name}`);
    expect(first(wrong)).toEqual([]);
  });
});

describe.each(acts)('$act', ({ act = '', who, ...states }) => {
  const allowed = wordsIn(who);
  const verb = act as (typeof decidingVerbs)[number];

  it('is done by whom the policy names, in the states that it names, and by nobody else', () => {
    const wrong: string[] = [];
    const seen = new Set<string>();
    for (const stage of allStages) {
      const where = whereOf(stage.incident);
      const presses = samplesOf(verb, stage.incident).map((data) => pressOf(verb, stage.incident, data));
      for (const [name, person] of persons) {
        count(`acts, ${where}`);
        const roles = [...rolesAt(stage, person)];
        const mine = roles.filter((role) => allowed.has(role));
        const effects = new Set(presses.map((press) => effectOf(stage, person, press)));
        const isDone = effects.has('does');
        if (mine.length === 0 ? effects.size !== 1 || !effects.has('no') : effects.has('no'))
          wrong.push(`${name} as ${roles.join() || 'nobody'}: ${[...effects].join()}, ${stage.name}`);
        if (isDone && states[where] !== 'x') wrong.push(`${name} as ${mine.join()}: ${where}, ${stage.name}`);
        if (isDone) for (const one of [...mine, where]) seen.add(one);
      }
    }
    expect(first(wrong)).toEqual([]);
    const unseen = [...allowed, ...WHERE.filter((where) => states[where] === 'x')];
    if (isSampled || (!isVictimAsked(routine) && ASKING.has(act))) return;
    const isThere = (one: string) => one !== 'overseer' || hasOverseers;
    expect(unseen.filter((one) => isThere(one) && !seen.has(one) && !UNSEEN.has(`${act} ${one}`))).toEqual(
      [],
    );
  });
});

/**
 * Permissions without an effect, or in no stage: who leads presses an older card, and sees how it stands; who was only
 * told of an incident that is held, or has a part of it, releases it; no step for which a strategist gets a part is written in later;
 * whoever files does so in test/conversation, and so do the authors of a report that others wrote in; a strategist does where
 * whoever files has no account.
 */
const UNSEEN = new Set([
  'acknowledge lead',
  'release toldStrategist',
  'release stepStrategist',
  'addRecord stepStrategist',
  'addRecord strategist',
  'undo filer',
  'answerCorrection standby',
  'answerCorrection reporter',
  'askCorrection victim',
]);

/** Whether a ladder comes to an overseer at all. */
const hasOverseers = routine.posts.some(({ as, line }) => as.includes('overseer') && line !== undefined);

/** Acts on a question that is never asked where the report is always made. */
const ASKING = new Set(['decide', 'recordDecision', 'askDecision']);

/** The things that a page may be about. */
const abouts = ({ incident }: Stage): string[] => [
  '',
  '7',
  '999',
  'made-up',
  ...routine.steps.map((step) => step.id),
  ...routine.checks.map((section) => section.id),
  ...REPORT_PAGES.map((one) => one.id),
  ...incident.talks.map((talk) => talk.id),
  ...(incident.corrections ?? []).map(({ id }) => id),
];

describe.each(pages)('page $page', ({ page = '', who, content }) => {
  const allowed = wordsIn(who);
  const name = page as (typeof allPages)[number];

  it('is opened by whom the policy names and by nobody else; what shows content is logged', () => {
    const wrong: string[] = [];
    for (const one of presentFor(name)) {
      count('pages');
      const mine = [...one.roles].filter((role) => allowed.has(role));
      const scene = sceneOf(one);
      const views = abouts(one.stage).flatMap((about) => drawPage(scene, name, about) ?? []);
      if (mine.length === 0 && views.length > 0) wrong.push(`${one.who}, ${one.stage.name}`);
      const isShown = views.some((view) => JSON.stringify(view).includes(MARK));
      if (isShown && content !== 'logged') wrong.push(`${one.who} reads, ${one.stage.name}`);
    }
    expect(first(wrong)).toEqual([]);
    expect(PAGE_RULES[name].shows ?? false).toBe(content === 'logged');
  });
});

describe('what is read', () => {
  it('by a chief executive is what the police need, by a victim their own, by who has no scope nothing', () => {
    const viewing = sceneOf({ stage: allStages[0] as Stage, person: cast.stranger ?? '' });
    const scene = drawnScene(seen(viewing), oxelosund);
    const report = Object.fromEntries(
      REPORT_PAGES.flatMap((page) => page.fields.map((field) => [field.id, `${MARK}${field.id}.`])),
    ) as Partial<Report>;
    const read = (scope: ReturnType<typeof scopeOf>) =>
      [
        ...JSON.stringify(detailsPage({ ...scene, incident: { ...scene.incident, report } }, scope)).matchAll(
          new RegExp(`${MARK}(\\w+)\\.`, 'g'),
        ),
      ].map((found) => found[1]);
    const all = new Set(read('all'));
    expect([...all].filter((field) => !read('police').includes(field)).sort()).toEqual([
      'impact',
      'measures',
      'reporterFunction',
      'reporterPhone',
      'urgent',
    ]);
    expect(new Set(read('own'))).toEqual(all);
  });

  it('on a card in a chat is never typed text, nor anything to press for who has no part', () => {
    const wrong = present.flatMap((one) => {
      count('live cards');
      const view = liveCard(sceneOf(one));
      const text = JSON.stringify(view);
      const isDead = one.roles.size > 0 || (view.name === 'line' && view.data.buttons.length === 0);
      return text.includes(MARK) || !isDead ? [`${one.who}, ${one.stage.name}`] : [];
    });
    expect(first(wrong)).toEqual([]);
  });

  it('in a notice comes to nobody without a role', () => {
    const wrong = allStages.flatMap((stage) =>
      notices(situationAt(stage))
        .filter(({ since, person }) => Date.parse(since) <= stage.now.getTime() && person !== OPERATOR)
        .flatMap(({ person, kind }) => {
          count('notices');
          return rolesAt(stage, person).size > 0 ? [] : [`${kind} to ${person}, ${stage.name}`];
        }),
    );
    expect(first(wrong)).toEqual([]);
  });

  it('through nothing but a role: without one, no act and no page', () => {
    const none = new Set<Role>();
    expect(Object.keys(MAY).filter((act) => may(none, act as keyof typeof MAY))).toEqual([]);
    expect(scopeOf(none)).toBe('nothing');
  });
});
