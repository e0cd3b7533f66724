import type { Municipality } from '../../content/municipalities/municipality';
import { FIRST } from '../../content/texts/report';
import { NO_BOARD } from '../../routine/model/codes';
import type { FieldSpec } from '../../routine/model/fields';
import { field } from '../parts';
import type { FieldView } from '../view';

type Boards = Pick<Municipality, 'boards'>;

/** The input that says which board (nämnd) it concerns: only where the municipality routes by board. */
export const boardSpecs = ({ boards }: Boards): readonly FieldSpec[] =>
  boards.length === 0
    ? []
    : [{ id: 'forBoard', kind: 'choice', choices: [...boards.map(({ code }) => code), NO_BOARD] }];

/** The same as it is drawn, with what stands in it. */
export const boardFields = (municipality: Boards, value: string | undefined): FieldView[] =>
  boardSpecs(municipality).map((spec) =>
    field(spec, {
      label: FIRST.board,
      placeholder: FIRST.boardPlaceholder,
      choices: [
        ...municipality.boards.map(({ code, name }) => ({ value: code, title: name })),
        { value: NO_BOARD, title: FIRST.noBoard },
      ],
      value,
    }),
  );

/** The code of a board in what a form sent; the routine looks whether there is one. */
export const boardIn = ({ forBoard }: Readonly<Record<string, unknown>>): string =>
  typeof forBoard === 'string' ? forBoard : '';
