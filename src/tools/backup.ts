import { backUp } from './copies';
import { runTool } from './tool';

runTool(['to'], async ({ tables, need, config, now, say }) => {
  const { rows, removedKeys } = await backUp(tables, need('to'), now, config.KEYS_BACKUP_DAYS);
  say(`${rows} rows were copied, sealed as they stand. ${removedKeys} old copies of the keys were removed.`);
});
