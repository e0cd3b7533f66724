import { runTool } from './tool';

runTool([], async ({ tables, say }) => {
  const count = await tables.rewrap();
  say(
    `${count} keys were wrapped anew. No older version of the wrapping key is needed for the tables any more.`,
  );
});
