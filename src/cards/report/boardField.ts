import { boardChoices } from '../../content/choices';
import type { Municipality } from '../../content/municipalities/municipality';
import { FIRST } from '../../content/texts/report';
import { boardSpecs } from '../../screens/forms';
import { field } from '../parts';
import type { FieldView } from '../view';

type Boards = Pick<Municipality, 'boards'>;

/** The choice of a board (nämnd) as it is drawn, with what stands in it. */
export const boardFields = (municipality: Boards, value: string | undefined): FieldView[] =>
  boardSpecs(municipality).map((spec) =>
    field(spec, {
      label: FIRST.board,
      placeholder: FIRST.boardPlaceholder,
      choices: boardChoices(municipality),
      value,
    }),
  );
