/** Texts of `npm run plan` on a municipality's posts. */
export const POSTS = {
  heading: 'Vilka som får frågan, i den ordningen',
  columns: {
    post: 'Uppdrag',
    as: 'Vad det är till för',
    line: 'Plats i kön',
    mayLead: 'Kan väljas att leda',
    per: 'Finns',
    deputies: 'Ersättare',
  },
  as: {
    firstContact: 'får frågan först, och leder tills den utsatte har valt någon annan',
    strategist: 'svarar för kommunen, och sköter kontaktlistan',
    filer: 'gör polisanmälan åt kommunen',
    overseer: 'får veta, utan innehåll, när alla andra har varit tysta',
    alternate: 'tar platsen när alla andra på den är en del av ärendet',
    duty: 'rings på natten när ingen annan har svarat',
    police: 'rings när polisen får frågan om råd',
    listed: 'finns bara på kontaktlistan',
  },
  per: { party: 'ett per parti', board: 'ett per nämnd' },
  one: 'ett i kommunen',
  yes: 'ja',
  no: '–',
};
