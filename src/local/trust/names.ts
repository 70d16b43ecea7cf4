/** Names as they stand beside one another on a school's roll in England; all put together by chance. */
export interface NamePool {
  /** How many of a hundred children. */
  readonly share: number;
  readonly girls: readonly string[];
  readonly boys: readonly string[];
  readonly families: readonly string[];
}

const words = (text: string) => text.trim().split(/\s+/);

export const namePools: readonly NamePool[] = [
  {
    share: 56,
    girls: words(
      'Amelia Evie Poppy Isla Millie Erin Lacey Jessica Imogen Harriet Molly Darcey Eliza Summer Keira Paige Bethan Lottie Heidi Martha Nancy Scarlett Skye Libby Maddison Tilly Rosa Ivy Penny Lola Amber Faith Georgia Niamh Carys Matilda Aoife Edith Connie Esme',
    ),
    boys: words(
      'Oliver Harry Jack Archie Alfie Theo Logan Jacob Riley Ethan Mason Tommy Harvey Reuben Jude Louie Frankie Albie Ronnie Kai Jamie Ewan Rhys Dylan Brandon Corey Bailey Declan Rowan Stanley Arthur Ralph Hugo Felix Teddy Zac Luca Billy Kieran Owain',
    ),
    families: words(
      'Allsop Barker Bexley Birtles Blackwood Bowden Bracewell Burrows Carver Chadwick Clegg Coates Cobb Cotterill Crane Dales Denby Dobson Earnshaw Eccles Fairhurst Fawcett Firth Garside Gledhill Goddard Greaves Haigh Hallam Hargreave Heaton Hemsley Hirst Holroyd Ibbotson Jagger Kendrick Kirkby Lathom Lister Lockwood Lomax Mallory Marland Midgley Naylor Nettleton Oakes Ogden Padgett Pickles Pollard Quinn Ramsden Redfern Rigby Roscoe Rushton Sagar Salter Sharrock Shaw Shelton Sugden Sykes Tatlow Tempest Thackray Tindall Tolson Turton Varley Wadsworth Walmsley Wardle Whitworth Wilkes Winstanley Woodhead Yardley',
    ),
  },
  {
    share: 14,
    girls: words('Aaliyah Hafsa Maryam Zainab Inaya Safa Amelie Khadija Aleena Sumaya Iqra Anaya'),
    boys: words('Ayaan Hamza Bilal Zayn Yusuf Idris Rayyan Haroon Adam Musa Faizan Kamran'),
    families: words(
      'Ahmad Akhtar Begum Chaudhry Hussain Javed Karim Malik Mirza Patwary Rafiq Sheikh Tahir Uddin Zaman',
    ),
  },
  {
    share: 8,
    girls: words('Anika Diya Simran Kavya Meera Jasleen Priyanka Harleen'),
    boys: words('Arjun Rohan Jaspreet Dev Kiran Ishaan Harvir Nikhil'),
    families: words('Bhatt Chana Dhillon Gill Joshi Kaur-Bains Lal Nair Panesar Sandhu Sehmi Thakkar'),
  },
  {
    share: 9,
    girls: words('Zuzanna Oliwia Maja Alicja Ioana Daria Viktoria Elena Emilija'),
    boys: words('Filip Szymon Kacper Mateusz Andrei Luka Tomas Bogdan Nikodem'),
    families: words('Balan Cieślak Dąbrowa Ionescu Jankauskas Kowalik Lis Marek Novotná Petrova Radu Wilk Zając'),
  },
  {
    share: 8,
    girls: words('Abena Temi Ngozi Ama Chidinma Folake Esther Naomi Blessing'),
    boys: words('Kwame Tobi Emeka Kofi Femi Joel Daniel Samuel Ezra'),
    families: words('Adomako Balogun Boateng Chukwu Danso Eze Frimpong Gyasi Igwe Kamara Olatunji Sesay Tetteh'),
  },
  {
    share: 5,
    girls: words('Layla Hodan Rania Sahra Yara Lina Shirin'),
    boys: words('Omar Liban Karim Zakaria Sami Rebin Arman'),
    families: words('Abdi Aziz Barzani Farah Haddad Jama Khalil Mahmoud Nasser Warsame'),
  },
];
