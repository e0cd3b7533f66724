import { restore } from './copies';
import { runTool } from './tool';

runTool(['from'], async ({ tables, need, say }) => {
  const { rows, erased } = await restore(tables, need('from'));
  say(`${rows} rows were put back. ${erased} erased incidents were left out.`);
});
