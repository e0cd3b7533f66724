import type { Messenger } from '../app/ports/messenger';
import type { Telemetry } from '../app/ports/telemetry';
import type { Door } from '../teams/inbound/door';

/** The door with a trace for each call; the same door where nothing is measured. */
export const tracedDoor = (door: Door, telemetry: Telemetry | undefined): Door =>
  telemetry ? (request) => telemetry.span('turn', () => door(request)) : door;

/** The messenger with its sends as steps of what is under way. */
export const tracedSends = (messenger: Messenger, telemetry: Telemetry | undefined): Messenger =>
  telemetry
    ? {
        send: (to, message) => telemetry.step('send', () => messenger.send(to, message)),
        update: (to, activityId, message) =>
          telemetry.step('update', () => messenger.update(to, activityId, message)),
      }
    : messenger;
