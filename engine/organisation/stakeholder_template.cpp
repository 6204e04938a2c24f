#include "organisation/stakeholder_map.h"

namespace micropol {

std::string empty_stakeholder_map(bool german) {
    // Excel takes a file for UTF-8 by the mark before it.
    return german
               ? "\xEF\xBB\xBFName;Funktion;Abteilung;Einfluss (1-5);Haltung (-2 bis 2);Haltung vertraulich;Betroffenheit (1-5);"
                 "Anliegen;Berichtet an;Hört auf;Notizen\n"
               : "\xEF\xBB\xBFName,Role,Department,Influence (1-5),Attitude (-2 to 2),Private,Interest (1-5),Cares about,"
                 "Reports to,Listens to,Notes\n";
}

}  // namespace micropol
