// Parts of invented people's names in many languages. A line holds two names that are near in spelling and
// belong to two people: never two spellings of one.

/** Two names that are near and two. */
export type NearNames = readonly [one: string, other: string];

const pairs = (text: string): readonly NearNames[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair): NearNames => {
      const [one = "", other = ""] = pair.replaceAll("_", " ").split("|");
      return [one, other];
    });

export const NEAR_GIVEN = pairs(`
  Karim|Karam Jamal|Jamil Rashid|Rashad Hamid|Hamad Amin|Amina Samir|Samira Hassan|Hussein Walid|Khalid
  Majid|Majd Fadi|Fadel Adel|Adnan Omar|Amer Bilal|Jalal Nabil|Nabila Said|Saad Yasin|Yasir Ziad|Zaid
  Tariq|Tawfiq Munir|Munther Salah|Saleh Bashar|Bashir Nadir|Nadim
  Farhad|Farshad Behrouz|Behnam Mehran|Mehrdad Kamran|Kambiz Navid|Vahid Ramin|Rahim
  Azad|Azar Rebwar|Rebaz Dilan|Dilovan Hiwa|Hawar Karwan|Sarwan
  Ahmet|Mehmet Murat|Mert Hakan|Okan Emre|Emrah Serkan|Serhat Kemal|Cemal Orhan|Erhan
  Viktor|Viktoria Roman|Ruslan Denis|Dmitri Marat|Murad Andrei|Anatoly Oleg|Oksana
  Luis|Luisa Mario|Mauro Julio|Julia Ramon|Ramiro Ernesto|Evaristo Carlos|Carla Rodrigo|Ricardo
  Arben|Artan Besnik|Besim Dragan|Goran Milan|Milos Zoran|Zlatan
  Amadou|Mamadou Ousmane|Oumar Seydou|Sekou Imran|Irfan Asif|Arif Nadeem|Naveed Rakesh|Mukesh Vikram|Vikas
`);

export const NEAR_FAMILY = pairs(`
  Hassan|Hassani Nasr|Nasrallah Khatib|Khattab Haddad|Haddadi Rahman|Rahmani al-Jaberi|al-Jabouri
  al-Saadi|al-Saidi al-Harbi|al-Harithi Najjar|Nassar Salman|Suleiman Mansour|Mansouri al-Azzawi|al-Assawi
  Karimi|Karami Rahimi|Rahmani Hashemi|Hashemian Moradi|Mortazavi Rezaei|Rezvani Jafari|Jafarian
  Barzan|Barzani Zebari|Zangari Hawrami|Hawari Kaya|Kayar Demir|Demirel Yilmaz|Yildiz Ozturk|Ozdemir
  Aydin|Aydogan Sahin|Sahinler Ivanov|Ivankov Petrov|Petrenko Kozlov|Kozlovsky Orlov|Orlenko
  Morozov|Moroz Sokolov|Sokolovsky Volkov|Volkonsky Pavlov|Pavlenko Torres|Torrens Mendez|Menendez
  Gomez|Gamez Rojas|Rosas Vargas|Varela Herrera|Herrero Soto|Sotelo Petrovic|Petkovic
  Jovanovic|Jovanovski Kelmendi|Kelmani Diallo|Diarra Traore|Toure Qureshi|Qadri Sharma|Verma Mehta|Mehra
`);

/** Given names that only a vowel tells apart which desks do not write alike: each has its bearers. */
export const TWIN_GIVEN = pairs(`
  Salem|Salim Hamed|Hamid Rashed|Rashid Majed|Majid Samer|Samir Amer|Amir Karem|Karim Hakem|Hakim
  Saleem|Salem Rasheed|Rashed Majeed|Majed Salam|Salem Kamal|Kamel Jamal|Jamel Ameer|Amer Sameer|Samer
  Selim|Salem Kareem|Karem
`);
