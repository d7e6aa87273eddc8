"""Lines of English words that mean the same, and lines of words that exclude each other."""

__all__ = ["CONTRASTS", "MEANINGS"]

# Each line is one meaning, named by its first word; words stand for all of their stem.
MEANINGS = """
price bill spend pay paid cost fare fee charge tariff toll ticket admission
die dead death killed fatality perish claimed
injure injuries hurt wounded
arrest detained custody
lead leader led head leadership run ran ceo
lead executives direct director
chair chairman chairwoman chairperson presides
coach train trainer
edit editor
paint painter
govern governor
supervise supervisor
conduct conductor
vote voter
open reopen
begin began begun start commence launch
end finish conclude close expire expiry lapse
employ job employee staff worker workforce personnel work
deadline due submit submission accepted
build built construct erected
leave left vacation holiday depart departure
make made manufacture produces
fly flew flight
carry aboard
borrow loan lend
tall high height
far distance away
year annual
day daily
win won winner beat defeated victory champion
maximum most limit max
minimum least min
garbage trash rubbish waste refuse
lift elevator
shop store
company firm
film movie
car vehicle
bicycle bike
child children kid
apartment flat
salary wage payday earn
doctor physician
road street
return refund
warranty guarantee
population inhabitants residents live
member membership belong councillor
pass
approve adopt passed passes
quarantine isolate
capacity seats holds
size large area covers
weight weighs heavy
marriage married wed
found founder established
write wrote written author
own owner
hire recruit
invent inventor
locate based headquarters
percent percentage proportion
discover discovery
send sent
buy bought purchase
sell sold sale
give gave given
meet met session gather together convene
lose lost
choose chose chosen
sink sank sunk
shoot shot
strike struck
keep kept stored
grow grew grown
drive drove driven driver
see saw seen
eat ate eaten
sing sang sung singer
teach taught teacher
catch caught
break broke broken
steal stole stolen theft
fall fell fallen
wear wore worn
speak spoke spoken speaker
draw drew drawn
lie lay
deep depth
strong strength
wide width
speed fast
"""
# Words of one line exclude each other: what holds for one is not said of another.
CONTRASTS = """
adult child student senior pensioner member resident
north south east west northern southern eastern western northbound southbound eastbound westbound
man woman boy girl men women
weekday weekend
first second third fourth fifth last next final
summer winter spring autumn
morning afternoon evening night
day night
domestic international foreign
single return
minimum maximum average
import export
revenue profit loss
old new
upper lower
vice deputy
former current
primary secondary
gold silver bronze
car truck motorcycle lorry motorbike
die injure arrest missing homeless
for against
starter business premium basic
begin end
arrive leave
hire lay fire
sick annual parental maternity
male female
junior
indoor outdoor
inner outer
front back rear
left right
public private
urban rural
boil melt freeze
increase decrease
"""
