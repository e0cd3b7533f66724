import { municipality } from '../support/pureTown';

jest.mock('../support/chosen', () => ({ chosen: 'almsjo' }));

/* The access matrix for a municipality with other posts, steps and policy. */
import './matrix.test';

it('is what this suite looks at', () => expect(municipality.id).toBe('almsjo'));
