"""Given names that are usual in the news: with one of them in front, two capitalised words are a person."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


GIVEN = _words(
    """
    Aaron Abdel Abdul Abdullah Abigail Abraham Abu Adam Adel Adele Adnan Adrian Adriana Agnes Ahmad Ahmed Aidan
    Aisha Alain Alan Alastair Albert Alberto Alejandro Aleksander Aleksandr Alessandra Alessandro Alex Alexander
    Alexandra Alexandre Alexei Alexey Alexis Alfonso Alfred Alfredo Ali Alice Alicia Alison Alistair Allan Allen
    Allison Alvaro Amanda Amber Amelia Amina Amir Amit Amos Amr Amy Ana Anatoly Anders Andre Andrea Andreas Andrei
    Andres Andrew Andrey Andrii Andriy Andrzej Andy Angel Angela Angelina Angus Anita Ann Anna Annalena Anne Annette
    Annie Anthony Antoine Anton Antonia Antonio Antony António Anwar April Ariel Arjen Arlene Arnold Arsene Arthur
    Arturo Ashley Ashraf Asif Astrid Audrey Augusto Austin Ayman Aziz Barack Barbara Barry Bart Bashar Beata
    Beatrice Becky Ben Benedict Benjamin Bernard Bernie Bert Bertie Beth Betty Beverley Bill Billy Bjorn Björn Blair
    Bob Bobby Boris Brad Bradley Brandon Brenda Brendan Brett Brian Bridget Britney Bronislaw Bruce Bryan Bud Burt
    Calum Calvin Cameron Camille Carl Carla Carlo Carlos Carly Carmen Carol Carole Carolina Caroline Carolyn Carrie
    Casey Catherine Cathy Cecilia Cedric Chad Charles Charlie Charlotte Chelsea Cherie Cheryl Chloe Chris Christian
    Christiane Christina Christine Christophe Christopher Chuck Cilia Cindy Claire Clare Clark Claude Claudia
    Claudio Clay Clint Clive Colin Colleen Condoleezza Connor Conor Conrad Corey Cornelia Craig Cristiano Cristina
    Curtis Cynthia Cyril Daisy Dale Damian Damien Damon Dan Dana Daniel Daniela Daniele Danielle Danny Darren Darryl
    Daryl Dave David Davide Dawn Dean Debbie Deborah Declan Denis Denise Dennis Denys Derek Desmond Devin Diana
    Diane Dick Didier Diego Dieter Dilma Dimitri Dirk Dmitri Dmitry Dmytro Dominic Dominique Don Donald Donna Doris
    Dorothy Doug Douglas Drew Duncan Dwayne Dwight Dylan Eamonn Ed Eddie Edgar Edith Edmund Eduardo Edward Edwin
    Ehud Eileen Elaine Eleanor Elena Eli Elias Elisabeth Elise Elizabeth Ella Ellen Ellie Elliot Elliott Elon Elsa
    Elton Emanuel Emil Emilia Emilio Emily Emma Emmanuel Enda Enrico Enrique Eric Erica Erik Erika Erin Erna Ernest
    Ernesto Ernst Esther Ethan Eugene Eva Evan Eve Evelyn Evo Ewa Fabian Fabio Faisal Fatima Federica Federico
    Felipe Felix Ferdinand Fergus Fernando Fidel Finn Fiona Florence Florian Frances Francesca Francesco Francis
    Francisco Franck Francois Frank Frank-Walter Franz François Fred Freddie Frederic Frederick Fredrik Friedrich
    Gabriel Gabriela Gabriele Gareth Gary Gavin Gemma Gennady Geoff Geoffrey George Georges Georgia Gerald Gerard
    Gerhard Gerry Gianni Gilbert Gilles Gillian Gina Giorgia Giorgio Giovanni Giulio Giuseppe Glen Glenn Gloria
    Gonzalo Gordon Graeme Graham Grant Greg Gregor Gregorio Gregory Greta Guillermo Gunter Gunther Gus Gustavo Guy
    Hamid Hamish Hamza Hannah Hans Harald Harold Harriet Harrison Harry Harvey Hasan Hassan Hazel Heather Hector
    Heidi Heiko Heinz Helen Helena Helene Helle Helmut Hendrik Henri Henrik Henry Herbert Herman Hermann Hilary
    Hillary Hiroshi Holly Horst Hosni Howard Hubert Hugh Hugo Humphrey Hussein Iain Ian Ibrahim Ignacio Igor Ilham
    Imran Ines Ingrid Irene Irina Iris Isaac Isabel Isabella Isabelle Ismail Ivan Ivana Ivanka Jack Jackie Jacob
    Jacqueline Jacques Jade Jaime Jake Jakob Jamal James Jamie Jan Jane Janet Janice Jared Jaroslaw Jasmine Jason
    Javier Jay Jean Jean-Claude Jean-Luc Jean-Marie Jean-Pierre Jeff Jeffrey Jemma Jen Jennifer Jenny Jens Jeremy
    Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joachim Joan Joanna Joanne Joao Joaquin Jochen Joe Joel Joerg
    Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordan Jordi Jorge Jose Josef Josep Joseph Josh Joshua José
    Joyce Juan Judith Judy Juergen Jules Julia Julian Juliana Julie Julien Juliet Julio Julius June Justin Justine
    Jürgen Kaja Kamala Karen Karim Karin Karl Karol Kate Katherine Kathleen Kathryn Kathy Katie Katrina Katya Kay
    Keir Keira Keith Kelly Ken Kenneth Kenny Kent Kerry Kevin Khaled Khalid Kieran Kim Kimberly Kirill Kirsty Klaus
    Kofi Konrad Konstantin Kris Kristen Kristin Kristina Kurt Kyle Kylie Kyriakos Kyrylo Lachlan Lance Larry Lars
    Laura Lauren Laurence Laurent Lawrence Lea Leah Lech Lee Len Lena Leo Leon Leonard Leonardo Leonid Leroy Les
    Leslie Lewis Liam Liane Lily Linda Lindsay Lindsey Lionel Lisa Liz Lloyd Lorenzo Lori Lorraine Lou Louis Louise
    Luc Luca Lucas Lucia Luciano Lucy Luigi Luis Luiz Lukas Luke Lydia Lyn Lynn Lynne Madeleine Magdalena Maggie
    Mahmoud Malcolm Malik Mandy Manfred Manmohan Manuel Mara Marat Marc Marcel Marcelo Marcia Marco Marcos Marcus
    Margaret Margarita Maria Mariana Marianne Marie Marina Marine Mario Marion Marisa Marissa Mariya Mark Markus
    Martha Martin Martina Martine Marvin Marwan Mary Massimo Mateusz Matt Matteo Matthew Matthias Maureen Maurice
    Mauricio Mauro Max Maxim Maxime Megan Mehdi Mehmet Mel Melania Melanie Melissa Melvin Mette Michael Michel
    Michele Michelle Mick Miguel Mikael Mike Mikhail Milan Milos Miranda Miriam Mitch Mitt Mo Mohamed Mohammad
    Mohammed Mohsen Moira Molly Mona Monica Monika Morgan Moritz Moses Muammar Muhammad Muhammadu Munir Murray
    Mustafa Mykhailo Mykola Nadia Nadine Naftali Nancy Naomi Narendra Natalia Natalie Natasha Nathan Nathaniel Neil
    Nelson Nicholas Nick Nicky Nicola Nicolas Nicole Nicolás Nigel Nikita Nikki Nikola Nikolai Nikos Nils Nina Noah
    Noel Nora Norbert Norma Norman Nouri Olaf Ole Oleg Oleksandr Oleksii Olga Oliver Olivia Olivier Omar Oprah
    Orlando Osama Oscar Osman Otto Owen Pablo Paddy Pam Pamela Paola Paolo Paris Pascal Pat Patricia Patrick Patrik
    Paul Paula Paulo Pavel Pavlo Pedro Peggy Penelope Penny Per Pervez Pete Peter Petr Petra Petro Petteri Phil
    Philip Philippa Philippe Phillip Phoebe Pierre Piers Pieter Piotr Polly Priti Qasem Quentin Quincy Rachel Radek
    Radoslaw Rafael Rafik Rahul Raj Rajiv Ralf Ralph Ramzan Randall Randy Raphael Raul Ravi Ray Raymond Rebecca
    Recep Reg Reggie Regina Reinhard Renato Rene Rex Ricardo Riccardo Rich Richard Rick Ricky Rishi Rita Rob Robbie
    Robert Roberta Roberto Robin Robyn Rod Roderick Rodney Rodrigo Roger Roland Rolf Roman Romano Ron Ronald Ronaldo
    Ronnie Rory Rosa Rose Rosemary Ross Roy Ruben Rudolf Rudy Rupert Russell Rustem Ruth Ryan Saad Sabine Sabrina
    Saddam Sadiq Sajid Sally Salman Salvador Sam Samantha Samir Samuel Sandra Sandro Sandy Sanjay Sanna Sara Sarah
    Sauli Scott Sean Sebastian Serena Serge Sergei Sergey Sergio Serhiy Seth Shane Shannon Sharon Shaukat Shaun
    Sheila Sheryl Shimon Shinzo Shirley Sidney Sigmar Silvia Silvio Simon Simone Slobodan Sofia Sonia Sophia Sophie
    Stacey Stan Stanislav Stanley Stef Stefan Stefano Stelios Stella Stephane Stephanie Stephen Steve Steven Stewart
    Stuart Sue Susan Susanna Susanne Suzanne Sven Svetlana Sydney Sylvia Sylvie Sébastien Tamara Tammy Tania Tanya
    Tara Tariq Tarja Tatiana Tayyip Ted Terence Teresa Terry Tessa Thabo Theo Theodore Theresa Thierry Thomas
    Tiffany Tiger Tim Timothy Tina Tobias Toby Todd Tom Tomas Tommy Toni Tony Tracey Tracy Trevor Tristan Tyler Ulf
    Ulrich Ulrike Umberto Ursula Vaclav Valentin Valentina Valeria Valerie Valerii Valery Vanessa Vasily Venus Vera
    Vernon Veronica Vicente Vicki Vicky Victor Victoria Vijay Viktor Vince Vincent Viola Virginia Vitali Vitaly
    Vivian Vivien Vladimir Volodymyr Wade Walid Wallace Walter Wanda Warren Wayne Wendy Werner Wesley Whitney
    Wilfried Wilhelm Will Willem William Willie Wim Winston Wolfgang Woody Xavier Yair Yasmin Yasser Yitzhak Yoko
    Yousef Yulia Yuri Yury Yusuf Yves Yvette Yvonne Zac Zach Zachary Zoe Zoltan Édouard Élisabeth
    """
)

# Given names that are places or words as often: one surname has to follow, and no more.
ALSO_PLACES = _words(
    """
    Austin Carolina Chad Chelsea Florence Georgia Israel Jordan Mark Milan Paris Sofia Sydney Virginia Will
    """
)
