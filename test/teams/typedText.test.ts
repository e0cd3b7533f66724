import { typedText } from '../../src/teams/inbound/typedText';
import { type Door, openDoor } from './openDoor';

const quote = '<blockquote itemtype="http://schema.skype.com/Reply" itemid="1">Ring 112</blockquote>';

describe('what a person wrote', () => {
  it.each([
    ['kontaktlista', undefined, 'kontaktlista'],
    ['<at>Trygghetsboten</at> kontaktlista', undefined, 'kontaktlista'],
    ['<at id="0">Trygghetsboten</at>&nbsp;mina ärenden', undefined, 'mina ärenden'],
    ['<quoted messageId="1715612345678"/> kontaktlista', undefined, 'kontaktlista'],
    ['<p>rapportera&nbsp;hot</p>', undefined, 'rapportera hot'],
    ['rapportera<br>hot', undefined, 'rapportera hot'],
    ['<div><strong>rapportera</strong> <em>hot</em></div>', undefined, 'rapportera hot'],
    ['Ring 112\r\n\r\ntack', `${quote}<p>tack</p>`, 'tack'],
    ['tack', '<p>tack</p>', 'tack'],
    ['', `${quote}`, ''],
    ['2 < 3 och 4 > 3', undefined, '2 < 3 och 4 > 3'],
    ['<x@y.se> skrev', undefined, '<x@y.se> skrev'],
    ['R&amp;D', undefined, 'R&D'],
    ['<script>rapportera hot</script>', undefined, ''],
    ['<p>öppen <b>hot', undefined, 'öppen hot'],
    ['</p></at>hot', undefined, 'hot'],
    ['<blockquote><blockquote>112</blockquote>112</blockquote>hej', undefined, 'hej'],
  ])('%j beside the HTML %j is %j', (text, html, own) => {
    expect(typedText({ text, html })).toBe(own);
  });

  it('takes no time for nested mark-up', () => {
    const deep = `${'<p>'.repeat(12_000)}hot`;
    expect(typedText({ text: deep, html: undefined })).toBe('hot');
  });
});

describe('through the door', () => {
  let door: Door;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.stop());

  it('a quote of the bot and a mention of it are not what was said', async () => {
    await door.activity({
      text: 'Trygghetsboten Ring 112 tack',
      textFormat: 'xml',
      attachments: [{ contentType: 'text/html', content: `${quote}<p><at>Trygghetsboten</at> tack</p>` }],
    });
    expect(door.told[0]?.text).toBe('tack');
  });

  it('a message that was changed is heard like a new one, each time that it was', async () => {
    const message = { id: 'the-same', text: 'raportea htt' };
    await door.activity(message);
    const edited = { ...message, type: 'messageUpdate', channelData: { eventType: 'editMessage' } };
    await door.activity({ ...edited, text: 'rapportera hot' });
    await door.activity({ ...edited, text: 'rapportera hot' });
    await door.activity({ ...edited, text: 'mina ärenden' });
    expect(door.told.map(({ text }) => text)).toEqual(['raportea htt', 'rapportera hot', 'mina ärenden']);
  });

  it.each(['undeleteMessage', 'softDeleteMessage', '', undefined])('but not for %j', async (eventType) => {
    await door.activity({ type: 'messageUpdate', text: 'rapportera hot', channelData: { eventType } });
    expect(door.told).toEqual([]);
  });
});
