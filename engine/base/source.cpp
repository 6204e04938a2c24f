#include "base/source.h"

#include <algorithm>

namespace micropol {

namespace {
constexpr Source all_sources[] = {
    {"axelrod_bennett_1993",
     "R. Axelrod, D. S. Bennett (1993), A landscape theory of aggregation, British Journal of Political Science 23"},
    {"baker_2002", "G. Baker (2002), Distortion and risk in optimal incentive contracts, Journal of Human Resources 37"},
    {"banzhaf_1965", "J. F. Banzhaf (1965), Weighted voting doesn't work, Rutgers Law Review 19"},
    {"bass_1969", "F. M. Bass (1969), A new product growth for model consumer durables, Management Science 15"},
    {"battilana_casciaro_2012",
     "J. Battilana, T. Casciaro (2012), Change agents, networks, and institutions: a contingency theory of organizational change, Academy of Management Journal 55"},
    {"bogomolnaia_jackson_2002",
     "A. Bogomolnaia, M. O. Jackson (2002), The stability of hedonic coalition structures, Games and Economic Behavior 38"},
    {"bonacich_1987", "P. Bonacich (1987), Power and centrality: a family of measures, American Journal of Sociology 92"},
    {"brehm_1966", "J. W. Brehm (1966), A theory of psychological reactance, Academic Press"},
    {"brown_2024",
     "A. L. Brown, T. Imai, F. M. Vieider, C. F. Camerer (2024), Meta-analysis of empirical estimates of loss aversion, Journal of Economic Literature 62"},
    {"brynjolfsson_2011",
     "E. Brynjolfsson, L. M. Hitt, H. H. Kim (2011), Strength in numbers: how does data-driven decisionmaking affect firm performance?, working paper, MIT"},
    {"centola_macy_2007",
     "D. Centola, M. Macy (2007), Complex contagions and the weakness of long ties, American Journal of Sociology 113"},
    {"chang_2009",
     "C.-H. Chang, C. C. Rosen, P. E. Levy (2009), The relationship between perceptions of organizational politics and employee attitudes, strain, and behavior, Academy of Management Journal 52"},
    {"connelly_2012",
     "C. E. Connelly, D. Zweig, J. Webster, J. P. Trougakos (2012), Knowledge hiding in organizations, Journal of Organizational Behavior 33"},
    {"crawford_sobel_1982", "V. P. Crawford, J. Sobel (1982), Strategic information transmission, Econometrica 50"},
    {"de_wit_2012",
     "F. R. C. de Wit, L. L. Greer, K. A. Jehn (2012), The paradox of intragroup conflict: a meta-analysis, Journal of Applied Psychology 97"},
    {"deci_1994",
     "E. L. Deci, H. Eghrari, B. C. Patrick, D. R. Leone (1994), Facilitating internalization: the self-determination theory perspective, Journal of Personality 62"},
    {"degroot_1974", "M. H. DeGroot (1974), Reaching a consensus, Journal of the American Statistical Association 69"},
    {"friedkin_johnsen_1990",
     "N. E. Friedkin, E. C. Johnsen (1990), Social influence and opinions, Journal of Mathematical Sociology 15"},
    {"gould_2002",
     "R. V. Gould (2002), The origins of status hierarchies: a formal theory and empirical test, American Journal of Sociology 107"},
    {"granovetter_1978", "M. Granovetter (1978), Threshold models of collective behavior, American Journal of Sociology 83"},
    {"hegselmann_krause_2002",
     "R. Hegselmann, U. Krause (2002), Opinion dynamics and bounded confidence, Journal of Artificial Societies and Social Simulation 5(3)"},
    {"hickson_1971",
     "D. J. Hickson, C. R. Hinings, C. A. Lee, R. E. Schneck, J. M. Pennings (1971), A strategic contingencies' theory of intraorganizational power, Administrative Science Quarterly 16"},
    {"higgins_2003",
     "C. A. Higgins, T. A. Judge, G. R. Ferris (2003), Influence tactics and work outcomes: a meta-analysis, Journal of Organizational Behavior 24"},
    {"homburg_2015",
     "C. Homburg, A. Vomberg, M. Enke, P. H. Grimm (2015), The loss of the marketing department's influence, Journal of the Academy of Marketing Science 43"},
    {"kim_kankanhalli_2009",
     "H.-W. Kim, A. Kankanhalli (2009), Investigating user resistance to information systems implementation, MIS Quarterly 33"},
    {"kotter_1995", "J. P. Kotter (1995), Leading change: why transformation efforts fail, Harvard Business Review 73(2)"},
    {"krackhardt_1987", "D. Krackhardt (1987), Cognitive social structures, Social Networks 9"},
    {"krackhardt_1990", "D. Krackhardt (1990), Assessing the political landscape, Administrative Science Quarterly 35"},
    {"lapointe_rivard_2005",
     "L. Lapointe, S. Rivard (2005), A multilevel model of resistance to information technology implementation, MIS Quarterly 29"},
    {"larkin_2014",
     "I. Larkin (2014), The cost of high-powered incentives: employee gaming in enterprise software sales, Journal of Labor Economics 32"},
    {"lazega_2001", "E. Lazega (2001), The collegial phenomenon, Oxford University Press"},
    {"lines_2004",
     "R. Lines (2004), Influence of participation in strategic change: resistance, organizational commitment and change goal achievement, Journal of Change Management 4"},
    {"locke_latham_2002",
     "E. A. Locke, G. P. Latham (2002), Building a practically useful theory of goal setting and task motivation, American Psychologist 57"},
    {"magee_galinsky_2008",
     "J. C. Magee, A. D. Galinsky (2008), Social hierarchy: the self-reinforcing nature of power and status, Academy of Management Annals 2"},
    {"markus_1983", "M. L. Markus (1983), Power, politics, and MIS implementation, Communications of the ACM 26"},
    {"mcfadden_1974",
     "D. McFadden (1974), Conditional logit analysis of qualitative choice behavior, in Frontiers in Econometrics"},
    {"pettigrew_1972", "A. M. Pettigrew (1972), Information control as a power resource, Sociology 6"},
    {"ridgeway_1991",
     "C. L. Ridgeway (1991), The social construction of status value: gender and other nominal characteristics, Social Forces 70"},
    {"roth_erev_1995",
     "A. E. Roth, I. Erev (1995), Learning in extensive-form games: experimental data and simple dynamic models in the intermediate term, Games and Economic Behavior 8"},
    {"sabnis_2013",
     "G. Sabnis, S. C. Chatterjee, R. Grewal, G. L. Lilien (2013), The sales lead black hole: on sales reps' follow-up of marketing leads, Journal of Marketing 77"},
    {"shapley_shubik_1954",
     "L. S. Shapley, M. Shubik (1954), A method for evaluating the distribution of power in a committee system, American Political Science Review 48"},
    {"sherif_1958",
     "M. Sherif (1958), Superordinate goals in the reduction of intergroup conflict, American Journal of Sociology 63"},
    {"slovic_1993", "P. Slovic (1993), Perceived risk, trust, and democracy, Risk Analysis 13"},
    {"venkatesh_2003",
     "V. Venkatesh, M. G. Morris, G. B. Davis, F. D. Davis (2003), User acceptance of information technology, MIS Quarterly 27"},
    {"verhoef_leeflang_2009",
     "P. C. Verhoef, P. S. H. Leeflang (2009), Understanding the marketing department's influence within the firm, Journal of Marketing 73"},
    {"westphal_zajac_1994",
     "J. D. Westphal, E. J. Zajac (1994), Substance and symbolism in CEOs' long-term incentive plans, Administrative Science Quarterly 39"},
    {"zachary_1977",
     "W. W. Zachary (1977), An information flow model for conflict and fission in small groups, Journal of Anthropological Research 33"},
};
}  // namespace

std::span<Source const> sources() { return all_sources; }

Source const* find_source(std::string_view key) {
    auto const found = std::ranges::find(all_sources, key, &Source::key);
    return found == std::end(all_sources) ? nullptr : found;
}

}  // namespace micropol
